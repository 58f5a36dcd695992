package uk.opcc.inspectionresponse.office;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The office that works with this application, from the configuration: another office, or a mayor's after May 2028,
 * changes no code.
 *
 * @param name as the header of every screen shows it
 * @param recipients the usual address of each recipient, by {@code home-office}, {@code hmicfrs}, {@code website}, {@code
 *     chief-constable} and {@code police-and-crime-panel}; one that is left out is typed by hand
 */
@ConfigurationProperties("office")
public record Office(String name, @DefaultValue Map<String, String> recipients) {}
