package pinplan.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Whether an address belongs to the public internet. What is not known to is refused. */
final class PublicAddress {
    /** IANA's special-purpose registry for IPv4. */
    private static final List<Block> CLOSED = List.of(
            v4(0, 0, 0, 0, 8), // this network
            v4(10, 0, 0, 0, 8), // private
            v4(100, 64, 0, 0, 10), // carrier-grade NAT
            v4(127, 0, 0, 0, 8), // loopback
            v4(169, 254, 0, 0, 16), // link-local, cloud metadata
            v4(172, 16, 0, 0, 12), // private
            v4(192, 0, 0, 0, 24), // protocol assignments
            v4(192, 0, 2, 0, 24), // documentation
            v4(192, 31, 196, 0, 24), // AS112
            v4(192, 52, 193, 0, 24), // AMT
            v4(192, 88, 99, 0, 24), // 6to4 relays
            v4(192, 168, 0, 0, 16), // private
            v4(192, 175, 48, 0, 24), // AS112
            v4(198, 18, 0, 0, 15), // benchmarks
            v4(198, 51, 100, 0, 24), // documentation
            v4(203, 0, 113, 0, 24), // documentation
            v4(224, 0, 0, 0, 4), // multicast
            v4(240, 0, 0, 0, 4), // reserved, broadcast
            v4(168, 63, 129, 16, 32)); // Azure's own metadata and DNS, on a public number

    /** Only this block of IPv6 is handed out; so mapped, NAT64, unique local, link-local and multicast are out already. */
    private static final Block HANDED_OUT = v6(0x20, 0, 0, 0, 3);

    private static final List<Block> CLOSED_V6 = List.of(
            v6(0x20, 0x01, 0, 0, 23), // Teredo, ORCHID, benchmarks
            v6(0x20, 0x01, 0x0d, 0xb8, 32), // documentation
            v6(0x20, 0x02, 0, 0, 16), // 6to4
            v6(0x26, 0x20, 0, 0x4f, 32), // AS112 and neighbours
            v6(0x3f, 0xff, 0, 0, 20)); // documentation

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address
                ? CLOSED.stream().noneMatch(block -> block.has(bytes))
                : HANDED_OUT.has(bytes) && CLOSED_V6.stream().noneMatch(block -> block.has(bytes));
    }

    /** Of a host that is written as a number; a name may lead anywhere. */
    static boolean may(String host) {
        boolean number = host.contains(":") || WebAddress.numbered(host);
        try {
            return !number || is(InetAddress.getByName(host));
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private record Block(byte[] start, int bits) {
        boolean has(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((address[bit / 8] & mask) != (start[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static Block v4(int a, int b, int c, int d, int bits) {
        return new Block(new byte[] {(byte) a, (byte) b, (byte) c, (byte) d}, bits);
    }

    /** The first four bytes are enough for the blocks that matter. */
    private static Block v6(int a, int b, int c, int d, int bits) {
        return v4(a, b, c, d, bits);
    }
}
