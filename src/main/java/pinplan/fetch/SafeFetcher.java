package pinplan.fetch;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.ssl.SSLContexts;
import org.jboss.logging.Logger;

/**
 * The one way out to servers that people name. Every host is looked up once per hop, all its addresses must be public, and
 * the connection goes to those very addresses; so a name that changes its answer changes nothing. Whoever wants a picture is
 * told only whether it worked, and of a page only how it answered: anything more would let them look around in our network. So
 * a name that is there and not public is as silent as one that is nowhere.
 */
@ApplicationScoped
public class SafeFetcher {
    private static final Logger log = Logger.getLogger(SafeFetcher.class);

    private static final Hops.Asking PICTURE =
            new Hops.Asking("image/jpeg, image/png, image/gif, */*;q=0.1", "Pinplan");

    /** Says what it is, so that who runs a server can tell. A HEAD would be less, but many servers refuse it. */
    private static final Hops.Asking PAGE = new Hops.Asking(
            "text/html, application/xhtml+xml;q=0.9, */*;q=0.1",
            "Pinplan (looks at the pages that planned pins lead to)");

    private final FetchLimits limits;
    private final Hops hops;
    private final ExecutorService fetches;
    /** Of its own, as what is due must not wait for what somebody tries out. */
    private final ExecutorService refetches;
    /** Of their own, as people wait for them, and the checks of pages too: neither lets anybody else wait. */
    private final ExecutorService looks;

    private final ExecutorService checks;

    @Inject
    SafeFetcher(FetchLimits limits) {
        this(limits, InetAddress::getAllByName);
    }

    SafeFetcher(FetchLimits limits, Resolver resolver) {
        this(limits, resolver, SSLContexts.createSystemDefault());
    }

    /** @param trust whose certificates are believed */
    SafeFetcher(FetchLimits limits, Resolver resolver, SSLContext trust) {
        this.limits = limits;
        this.hops = new Hops(limits, resolver, trust);
        this.fetches = threads("fetch");
        this.refetches = threads("refetch");
        this.looks = threads("look");
        this.checks = threads("check");
    }

    private ExecutorService threads(String name) {
        return Executors.newFixedThreadPool(limits.atOnce(), task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * What is at the address.
     *
     * @param file an empty one to put it in; it is gone where nothing could be fetched
     */
    public Path fetch(String text, Path file) throws Unfetched {
        return fetch(text, file, fetches);
    }

    /** The same before a pin goes out, where no person waits for it. */
    public Path refetch(String text, Path file) throws Unfetched {
        return fetch(text, file, refetches);
    }

    private Path fetch(String text, Path file, ExecutorService threads) throws Unfetched {
        try {
            WebAddress address = WebAddress.of(text);
            within(
                    threads,
                    address,
                    running ->
                            hops.follow(address, PICTURE, running, (at, response, request) -> write(response, file)));
            return file;
        } catch (Failed failed) {
            delete(file);
            throw new Unfetched(
                    "Nothing could be fetched from this address. It must be reachable by everyone, without signing in.");
        } catch (Unfetched refused) {
            delete(file);
            throw refused;
        }
    }

    /** Whether a page is ever looked at, as far as its address says. */
    public boolean looksAt(String text) {
        try {
            return hops.may(WebAddress.of(text));
        } catch (Unfetched unreadable) {
            return false;
        }
    }

    /** How a page answers, and the begin of its HTML. Never with a transaction open: it takes as long as the other side likes. */
    public WebPage look(String text) {
        return look(text, looks);
    }

    /** The same, where no person waits for it. */
    public WebPage check(String text) {
        return look(text, checks);
    }

    private WebPage look(String text, ExecutorService threads) {
        if (QuarkusTransaction.isActive()) {
            throw new IllegalStateException("No page must be looked at with a transaction open");
        }
        AtomicReference<WebPage> found = new AtomicReference<>();
        try {
            WebAddress address = WebAddress.of(text);
            within(threads, address, running -> {
                try {
                    hops.follow(address, PAGE, running, (at, answer, request) -> read(at, answer, request, found));
                } catch (Hops.TooMany endless) {
                    found.set(WebPage.of(endless.status, endless.last, "", new byte[0]));
                }
            });
        } catch (Unfetched unreadable) {
            return WebPage.BARRED;
        } catch (Failed failed) {
            // What was heard up to then is what is known.
            found.compareAndSet(null, failed.page);
        }
        return found.get();
    }

    private interface Work {
        void run(AtomicReference<HttpGet> running) throws IOException, Unfetched;
    }

    private static final class Failed extends Exception {
        /** What that says of a page. */
        private final transient WebPage page;

        Failed(WebPage page) {
            super(null, null, false, false);
            this.page = page;
        }

        static Failed because(Throwable cause) {
            boolean barred = cause instanceof Unfetched || cause instanceof Hops.NotPublic place && place.evident;
            return new Failed(barred ? WebPage.BARRED : WebPage.SILENT);
        }
    }

    /** Who waits has a turn within what the limits say, or none; from then on the other side has as long, whatever it does. */
    private void within(ExecutorService threads, WebAddress address, Work work) throws Failed {
        AtomicReference<HttpGet> running = new AtomicReference<>();
        CountDownLatch begun = new CountDownLatch(1);
        Future<?> task = threads.submit(() -> {
            begun.countDown();
            work.run(running);
            return null;
        });
        long longest = limits.longest().toMillis();
        try {
            if (!begun.await(longest, TimeUnit.MILLISECONDS)) {
                task.cancel(true);
                log.infof("Not fetched from %s: no turn within %s", address.host(), limits.longest());
                throw new Failed(WebPage.UNASKED);
            }
            task.get(longest, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | InterruptedException e) {
            task.cancel(true);
            if (running.get() != null) {
                running.get().cancel();
            }
            log.infof("Not fetched from %s: %s", address.host(), e.getCause() == null ? e : e.getCause());
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
                throw new Failed(WebPage.UNASKED);
            }
            throw Failed.because(e.getCause());
        }
    }

    private void write(ClassicHttpResponse response, Path file) throws IOException {
        HttpEntity entity = response.getEntity();
        if (response.getCode() != 200 || entity == null || entity.getContentLength() > limits.maxBytes()) {
            throw new IOException(
                    "answered " + response.getCode() + (entity == null ? "" : ", " + entity.getContentLength()));
        }
        try (InputStream in = entity.getContent();
                // Not created: when time ran out the draft is gone, and stays gone.
                OutputStream out = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
            byte[] buffer = new byte[16_384];
            long total = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                total += read;
                if (total > limits.maxBytes()) {
                    throw new IOException("more than " + limits.maxBytes() + " bytes");
                }
                out.write(buffer, 0, read);
            }
        }
    }

    /** That it answered counts at once; of what is cut off or endless the begin does. */
    private void read(WebAddress at, ClassicHttpResponse answer, HttpGet request, AtomicReference<WebPage> found)
            throws IOException {
        HttpEntity entity = answer.getEntity();
        String type = entity == null || entity.getContentType() == null ? "" : entity.getContentType();
        found.set(WebPage.of(answer.getCode(), at, type, new byte[0]));
        if (entity != null && WebPage.html(type)) {
            ByteArrayOutputStream begin = new ByteArrayOutputStream();
            try {
                InputStream in = entity.getContent();
                byte[] buffer = new byte[16_384];
                int read = in.read(buffer);
                while (read >= 0 && begin.size() < limits.pageBytes()) {
                    begin.write(buffer, 0, Math.min(read, limits.pageBytes() - begin.size()));
                    read = in.read(buffer);
                }
            } finally {
                found.set(WebPage.of(answer.getCode(), at, type, begin.toByteArray()));
            }
        }
        // Else the client would read to its end what nobody wants.
        request.cancel();
    }

    @PreDestroy
    void close() throws IOException {
        fetches.shutdownNow();
        refetches.shutdownNow();
        looks.shutdownNow();
        checks.shutdownNow();
        hops.close();
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            log.warnf("A draft stays behind: %s", e.getMessage());
        }
    }
}
