package uk.opcc.inspectionresponse.platform.office;

import java.util.Map;
import java.util.stream.Collectors;

/** Settings are there that have another name now. */
final class FormerSettings extends RuntimeException {

    FormerSettings(Map<String, String> nowCalled) {
        super(nowCalled.entrySet().stream()
                .map(setting -> setting.getKey() + " is now " + setting.getValue())
                .collect(Collectors.joining(
                        "\n    ", "Settings of the recipients have another name since this release:\n    ", "")));
    }
}
