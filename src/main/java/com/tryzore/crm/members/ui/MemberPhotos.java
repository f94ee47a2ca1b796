package com.tryzore.crm.members.ui;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.members.Photos;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.StreamRegistration;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Addresses of members' photos for this browser tab. Each picture is read under the binding of the
 * tab it is shown in, so that an address says nothing to anybody else, and nothing at all once the
 * binding is gone.
 *
 * <pre>{@code
 * new Avatar(name, photos.small(hit.id(), hit.photoVersion()), Avatar.Size.MEDIUM);
 * }</pre>
 */
@Component
public class MemberPhotos {
  private static final Logger log = LoggerFactory.getLogger(MemberPhotos.class);
  private static final String CLIENT = "client";
  private static final String SIZE = "size";
  private static final String SMALL = "small";

  private final Photos photos;
  private final Bindings bindings;

  MemberPhotos(Photos photos, Bindings bindings) {
    this.photos = photos;
    this.bindings = bindings;
  }

  /** The address of the thumbnail, 96 px square; none without a photo (version 0). */
  public @Nullable String small(ClientId client, int photoVersion) {
    return photoVersion == 0 ? null : address(client, photoVersion, SMALL);
  }

  /** The address of the photo, at most 640 px; none without a photo (version 0). */
  public @Nullable String large(ClientId client, int photoVersion) {
    return photoVersion == 0 ? null : address(client, photoVersion, "large");
  }

  private String address(ClientId client, int version, String size) {
    // The version makes a new picture a new address, so that browsers may keep the old one.
    return "%s?%s=%s&%s=%s&v=%d"
        .formatted(base(UI.getCurrent()), CLIENT, client, SIZE, size, version);
  }

  /** One address per tab and binding; the tab asks for the rest in the query. */
  private String base(UI ui) {
    Binding binding = bindings.required();
    Source known = ComponentUtil.getData(ui, Source.class);
    if (known != null && known.binding().equals(binding)) {
      return known.registration().getResourceUri().toString();
    }
    if (known != null) {
      known.registration().unregister();
    }
    DownloadHandler handler = event -> serve(event, binding);
    StreamRegistration registration =
        VaadinSession.getCurrent().getResourceRegistry().registerResource(handler, ui.getElement());
    ComponentUtil.setData(ui, Source.class, new Source(binding, registration));
    return registration.getResourceUri().toString();
  }

  private void serve(DownloadEvent event, Binding binding) throws IOException {
    Optional<byte[]> photo = read(event, binding);
    if (photo.isEmpty()) {
      event.getResponse().setStatus(HttpStatus.NOT_FOUND.value());
      return;
    }
    event.getResponse().setHeader(HttpHeaders.CACHE_CONTROL, "private, max-age=86400, immutable");
    event.setContentType(Photos.MEDIA_TYPE);
    event.setContentLength(photo.get().length);
    event.getOutputStream().write(photo.get());
  }

  private Optional<byte[]> read(DownloadEvent event, Binding binding) {
    try {
      return Optional.ofNullable(event.getRequest().getParameter(CLIENT))
          .flatMap(ClientId::parse)
          .flatMap(
              client ->
                  bindings.callAs(
                      binding,
                      () ->
                          photos.photo(
                              client, SMALL.equals(event.getRequest().getParameter(SIZE)))));
    } catch (DataAccessException | TransactionException unavailable) {
      log.debug("A photo could not be read", unavailable);
      return Optional.empty();
    }
  }

  private record Source(Binding binding, StreamRegistration registration) {}
}
