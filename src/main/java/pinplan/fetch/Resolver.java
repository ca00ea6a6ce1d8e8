package pinplan.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds the addresses of a host. */
interface Resolver {
    InetAddress[] addresses(String host) throws UnknownHostException;
}
