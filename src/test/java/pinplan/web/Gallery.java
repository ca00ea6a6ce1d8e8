package pinplan.web;

import io.quarkus.qute.Engine;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.NamespaceResolver;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateLocator;
import io.quarkus.qute.UserTagSectionHelper;
import io.quarkus.qute.ValueResolver;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import pinplan.pin.FeedTitle;
import pinplan.pin.Preview;

/** Renders layouts and tags with nothing but Qute, so that their look can be seen and tested without an application. */
final class Gallery {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path PAGES = Path.of("src/test/resources/look");

    private static final Preview TART = new Preview(
            "1",
            List.of(new Preview.Slide(1, false, "/pic/1.jpg", "/pic/1.jpg", 1_000, 1_500, "A slice", "", "")),
            FeedTitle.of("No-bake lemon tart 🍋"),
            "Bright, quick and ready in the time it takes to chill.",
            "example.org",
            "Kitchen Garden",
            2.1);

    private final Engine engine;

    Gallery(Map<String, Object> beans) throws IOException {
        var builder = Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addValueResolver(text("points", t -> Words.points(t)))
                .addValueResolver(text("kept", t -> Words.kept(t)))
                .addValueResolver(text("initials", t -> Words.initials(t)))
                .addNamespaceResolver(NamespaceResolver.builder("inject")
                        .resolve(ctx -> ctx.getName().equals("preview") ? TART : beans.get(ctx.getName()))
                        .build())
                .addNamespaceResolver(NamespaceResolver.builder("icon")
                        .resolveAsync(Gallery::icon)
                        .build())
                .addTemplateInstanceInitializer(page -> page.data("assets", "0"))
                .addLocator(Gallery::locate);
        for (var folder : new Path[] {TEMPLATES, PAGES}) {
            try (var tags = Files.list(folder.resolve("tags"))) {
                tags.map(tag -> tag.getFileName().toString().replace(".html", ""))
                        .forEach(tag -> builder.addSectionHelper(new UserTagSectionHelper.Factory(tag, "tags/" + tag)));
            }
        }
        engine = builder.build();
    }

    String page(String name) {
        return engine.getTemplate(name).render();
    }

    String of(String template, Map<String, Object> data) {
        return engine.parse(template, Variant.forContentType("text/html")).render(data);
    }

    private static CompletionStage<Object> icon(EvalContext ctx) {
        return ctx.evaluate(ctx.getParams().get(0))
                .thenApply(name -> ctx.getName().equals("status") ? Icons.status("" + name) : Icons.of("" + name));
    }

    private static ValueResolver text(String name, java.util.function.Function<String, Object> answer) {
        return ValueResolver.builder()
                .appliesTo((EvalContext ctx) ->
                        ctx.getBase() instanceof String && ctx.getName().equals(name))
                .resolveSync(ctx -> answer.apply((String) ctx.getBase()))
                .build();
    }

    private static Optional<TemplateLocator.TemplateLocation> locate(String id) {
        for (var folder : new Path[] {TEMPLATES, PAGES}) {
            var file = folder.resolve(id + ".html");
            if (Files.isRegularFile(file)) {
                return Optional.of(new TemplateLocator.TemplateLocation() {
                    @Override
                    public Reader read() {
                        try {
                            return new StringReader(Files.readString(file));
                        } catch (IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    }

                    @Override
                    public Optional<Variant> getVariant() {
                        return Optional.of(Variant.forContentType("text/html"));
                    }
                });
            }
        }
        return Optional.empty();
    }
}
