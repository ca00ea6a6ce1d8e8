package pinplan.web;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;

/**
 * Without TLS this is a server of HTTP/1.1. The body of a request that asks to go on with HTTP/2 is not read as fast as it is
 * needed but as fast as it comes, and held in memory until then, up to all that a body may have. Browsers never ask so, and
 * with TLS they agree on HTTP/2 before there is a body.
 */
@Singleton
class NoUpgrade implements HttpServerOptionsCustomizer {
    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setHttp2ClearTextEnabled(false);
    }
}
