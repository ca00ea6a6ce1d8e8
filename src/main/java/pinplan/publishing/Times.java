package pinplan.publishing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * How long things may take, and how long is waited for them: {@code PINPLAN_PUBLISHING_…}. The guarantees rest on some of
 * these numbers. Tests shrink them; somebody who runs Pinplan has no reason to.
 */
@ConfigMapping(prefix = "pinplan.publishing")
public interface Times {
    /** After this nothing of a create is sent any more; the monotonic clock of the sender decides. Connecting takes 5 s of it. */
    @WithDefault("PT20S")
    Duration sendDeadline();

    /** A create that was claimed and not answered is looked for so long after its deadline: its answer may take 30 s. */
    @WithDefault("PT30S")
    Duration answer();

    /** A request whose connection is closed takes effect within this time or never: what the guarantees assume. */
    @WithDefault("PT5M")
    Duration straggler();

    /** A complete listing shows every post that is older than this: what the guarantees assume. */
    @WithDefault("PT2M")
    Duration listed();

    /** Absence is believed after two complete listings this far apart: one may have been read between two rows' moves. */
    @WithDefault("PT1M")
    Duration betweenLooks();

    /** A job that works longer than this is no longer waited for alone: Publer's take seconds. */
    @WithDefault("PT5M")
    Duration job();

    /** A job that has not ended by then never will; until then it may still make a post. */
    @WithDefault("PT1H")
    Duration jobAtLast();

    /** After a job's end its row shows within this time, or something is wrong. */
    @WithDefault("PT5M")
    Duration row();

    /** Nearer than this to its time, nothing that is in doubt is sent again: what went wrong could not be found out in time. */
    @WithDefault("PT5M")
    Duration noGamble();

    /** What has not gone out so long after its time is a person's matter. */
    @WithDefault("PT30M")
    Duration publishes();

    /** So long before its time a person hears that it could not be handed over, and can still do something. */
    @WithDefault("PT15M")
    Duration lastCall();

    /** Later than this, nothing goes out unasked: what was right for the morning may be wrong at noon. */
    @WithDefault("PT1H")
    Duration latest();

    /** So near to its time a pin goes before all others. */
    @WithDefault("PT10M")
    Duration near();

    /** Nearer than this to its time it is sent alone: whatever befalls one of a request has to be found out for all of it. */
    @WithDefault("PT20M")
    Duration alone();

    /** Further apart than this, two orders can't be taken for each other. */
    @WithDefault("PT1H")
    Duration neighbourhood();

    /** Publer's minute and ours may differ by so much. */
    @WithDefault("PT30S")
    Duration tolerance();

    /** What goes out at once shows within this time after it was sent. */
    @WithDefault("PT10M")
    Duration atOnce();

    /** What Publer holds is looked at so often: somebody may have changed or deleted it there. */
    @WithDefault("PT1H")
    Duration auditSeldom();

    /** And so often when its time is {@link #auditNear near}, or when the list could not be read. */
    @WithDefault("PT10M")
    Duration auditOften();

    @WithDefault("PT2H")
    Duration auditNear();

    /** The last look before its time, while a person could still do something. */
    @WithDefault("PT10M")
    Duration auditLast();

    /**
     * An account's coming weeks are read so often for what was made in Publer itself: a page for every twenty posts, and the
     * last of all to get room. Where pins of ours are due, their own looks see it sooner.
     */
    @WithDefault("PT1H")
    Duration survey();

    /** So far ahead: people plan weeks, and a listing has at most a thousand posts. */
    @WithDefault("P28D")
    Duration surveyAhead();

    /** A job is asked after its first, second, … of these, then each last: most end within seconds. */
    @WithDefault("PT2S,PT4S,PT8S,PT15S,PT30S,PT1M")
    List<Duration> jobLooks();

    /** After a job's end the listing is read at once, and then again after these: rows show late. */
    @WithDefault("PT5S,PT10S,PT20S,PT40S,PT1M")
    List<Duration> rowLooks();

    /** From its time on, a pin that Publer holds is looked at after these: Pinterest takes its time over videos. */
    @WithDefault("PT15S,PT30S,PT1M,PT2M,PT4M,PT8M")
    List<Duration> watchLooks();

    /** A withdrawal is asked for again after these: a deletion may be answered and not done. */
    @WithDefault("PT5S,PT15S,PT30S,PT1M")
    List<Duration> recallLooks();

    /** What had no effect is tried again after this, doubled each time, with full jitter… */
    @WithDefault("PT5S")
    Duration firstResend();

    /** … but never later than this… */
    @WithDefault("PT10M")
    Duration longestResend();

    /** … and not more often than this: then a person hears of it. */
    @WithDefault("12")
    int tries();

    /** Those of this application, or the defaults where there is none. */
    static Times inForce() {
        return InForce.TIMES;
    }

    /** Read once: a running order must not change its mind about what it waits for. */
    final class InForce {
        private static final Times TIMES = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withSources(loader -> ConfigProvider.getConfig().getConfigSources())
                .withMapping(Times.class)
                .build()
                .getConfigMapping(Times.class);

        private InForce() {}
    }
}
