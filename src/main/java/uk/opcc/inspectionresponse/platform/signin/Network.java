package uk.opcc.inspectionresponse.platform.signin;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** What one customer of a network has: an address of IPv4, or 64 bits of IPv6. */
final class Network {

    private static final int BYTES = 8;

    private Network() {}

    /** The network of an address as a server writes it. */
    static String of(String address) {
        // Only what is an address: a name would be looked up.
        if (address == null || !address.contains(":")) {
            return String.valueOf(address);
        }
        try {
            byte[] bytes =
                    InetAddress.getByName(address.replaceFirst("%.*", "")).getAddress();
            return HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(BYTES, bytes.length)));
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
