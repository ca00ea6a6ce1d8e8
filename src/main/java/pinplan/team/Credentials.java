package pinplan.team;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/** Is this person who they say? One path for known and unknown people, in work and in words. */
@ApplicationScoped
class Credentials {
    private final Passwords passwords;
    private final Throttle throttle;
    private final Clock clock;

    Credentials(Passwords passwords, Throttle throttle, Clock clock) {
        this.passwords = passwords;
        this.throttle = throttle;
        this.clock = clock;
    }

    /** A member when the password was right; else the sentence for the form. */
    record Check(Member member, String sentence, Duration delay) {
        boolean right() {
            return member != null;
        }
    }

    Check check(String email, String password, String address) {
        Instant now = clock.instant();
        // People type passwords into the wrong field: what was typed is not kept.
        String account = HexFormat.of().formatHex(new Token(email.strip().toLowerCase(Locale.ROOT)).hash());
        String network = network(address);
        Duration wait = throttle.count(Throttle.Kind.ADDRESS, network, now);
        if (wait.isZero()) {
            // Only now: who has to wait themself would else keep an account busy for its owner.
            wait = throttle.count(Throttle.Kind.ACCOUNT, account, now);
        }
        if (!wait.isZero()) {
            return new Check(null, "Too many tries. Try again in " + words(wait) + ".", wait);
        }
        Member member = Member.withEmail(email);
        if (!passwords.matches(password, member)) {
            return new Check(null, "Email or password is not right.", Duration.ZERO);
        }
        throttle.forgive(account, network, now);
        return new Check(member, null, Duration.ZERO);
    }

    private static String words(Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        if (seconds < 60) {
            return seconds == 1 ? "1 second" : seconds + " seconds";
        }
        long minutes = (seconds + 59) / 60;
        return minutes == 1 ? "1 minute" : minutes + " minutes";
    }

    /** One household or server has a whole /64 of IPv6. */
    static String network(String address) {
        if (address == null || !address.contains(":")) {
            return String.valueOf(address);
        }
        try {
            byte[] bytes = InetAddress.getByName(address.replaceAll("%.*", "")).getAddress();
            return bytes.length == 16 ? HexFormat.of().formatHex(Arrays.copyOf(bytes, 8)) + "/64" : address;
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
