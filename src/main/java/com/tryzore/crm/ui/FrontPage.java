package com.tryzore.crm.ui;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The page every tab starts from: it links each style sheet of {@code frontend/styles} and each
 * script of {@code frontend/scripts} (a feature only has to drop its file there), in the language
 * and the appearance this browser remembers, so that nothing flashes. An address carries the digest
 * of its file, so that a browser never mixes two versions.
 */
@Component
class FrontPage implements VaadinServiceInitListener {

  /** These first, in this order: the rest relies on them. */
  private static final List<String> FIRST = List.of("zore.css", "vaadin.css", "components.css");

  private static final String ROOT = "META-INF/resources/";

  private final List<String> styles = addresses("styles", "css");
  private final List<String> scripts = addresses("scripts", "js");
  private final String brand = address("icons/", resource("icons/brand.svg"));

  @Override
  public void serviceInit(ServiceInitEvent event) {
    event.addIndexHtmlRequestListener(this::dress);
    event
        .getSource()
        .addUIInitListener(
            init ->
                Optional.ofNullable(VaadinRequest.getCurrent())
                    .ifPresent(request -> init.getUI().setLocale(Languages.of(request))));
  }

  private void dress(IndexHtmlResponse response) {
    Document page = response.getDocument();
    Element html = Objects.requireNonNull(page.selectFirst("html"), "a page without html");
    html.attr("lang", Languages.of(response.getVaadinRequest()).toLanguageTag());
    html.attr("data-theme", Appearance.of(response.getVaadinRequest()).word());
    String side = Cookies.read(response.getVaadinRequest(), "zore-side");
    html.attr("data-side", side.equals("narrow") ? side : "wide");
    Element head = page.head();
    head.appendElement("meta").attr("name", "color-scheme").attr("content", "light dark");
    head.appendElement("link").attr("rel", "icon").attr("href", brand);
    styles.forEach(
        style -> head.appendElement("link").attr("rel", "stylesheet").attr("href", style));
    scripts.forEach(script -> head.appendElement("script").attr("src", script).attr("defer", ""));
  }

  /** The address of one of our static files, with its digest. */
  static String address(String file) {
    String folder = file.substring(0, file.lastIndexOf('/') + 1);
    return address(folder, resource(file));
  }

  private static List<String> addresses(String folder, String extension) {
    try {
      Resource[] files =
          new PathMatchingResourcePatternResolver()
              .getResources("classpath:" + ROOT + folder + "/*." + extension);
      return Arrays.stream(files)
          .sorted(Comparator.comparingInt(FrontPage::rank).thenComparing(FrontPage::name))
          .map(file -> address(folder + "/", file))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static int rank(Resource file) {
    int place = FIRST.indexOf(name(file));
    return place < 0 ? FIRST.size() : place;
  }

  private static String name(Resource file) {
    return Objects.requireNonNull(file.getFilename());
  }

  private static Resource resource(String file) {
    return new PathMatchingResourcePatternResolver().getResource("classpath:" + ROOT + file);
  }

  private static String address(String folder, Resource file) {
    try (InputStream content = file.getInputStream()) {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.readAllBytes());
      return folder + name(file) + "?v=" + HexFormat.of().formatHex(digest, 0, 6);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
