package uk.opcc.inspectionresponse.publishing.document;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nibor.autolink.LinkExtractor;
import org.nibor.autolink.LinkSpan;
import org.nibor.autolink.LinkType;

/** The addresses in a line, each of which becomes a link. */
final class Links {

    /** Not \b: that looks back over all accents in a row, again at each of them. */
    private static final Pattern LINK =
            Pattern.compile("(?<![\\p{L}\\p{Nd}\\p{Mn}_])https?://[^\\s\\p{C}<>\"“”]+", Pattern.CASE_INSENSITIVE);

    private static final LinkExtractor ADDRESSES =
            LinkExtractor.builder().linkTypes(EnumSet.of(LinkType.URL)).build();

    private static final String NOT_AT_THE_END_OF_A_LINK = ".,;:!?'’»*_";

    /** A longer address is no link in Word, so it is none in any format. */
    private static final int LONGEST_LINK = 2000;

    private Links() {}

    /** The line in pieces that are a link and pieces that are none. */
    static List<Block.Run> in(String text) {
        List<Block.Run> runs = new ArrayList<>();
        Matcher links = LINK.matcher(text);
        int end = 0;
        while (links.find()) {
            String address = withoutPunctuation(links.group());
            String link = uri(address);
            if (link != null) {
                if (links.start() > end) {
                    runs.add(new Block.Run(text.substring(end, links.start()), null));
                }
                runs.add(new Block.Run(address, link));
                end = links.start() + address.length();
            }
        }
        if (end < text.length()) {
            runs.add(new Block.Run(text.substring(end), null));
        }
        return List.copyOf(runs);
    }

    /** Ends an address where the extractor ends it, and before the marks that it takes for a part of it. */
    private static String withoutPunctuation(String address) {
        Iterator<LinkSpan> found = ADDRESSES.extractLinks(address).iterator();
        int end = found.hasNext() ? found.next().getEndIndex() : 0;
        while (end > 0 && NOT_AT_THE_END_OF_A_LINK.indexOf(address.charAt(end - 1)) >= 0) {
            end--;
        }
        return address.substring(0, end);
    }

    private static String uri(String address) {
        if (address.length() > LONGEST_LINK) {
            return null;
        }
        try {
            URI uri = new URI(address);
            String link = uri.toASCIIString();
            return uri.getHost() == null || link.length() > LONGEST_LINK ? null : link;
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
