package com.tryzore.crm.members.ui;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.members.MemberProfile;
import com.tryzore.crm.members.NoSuchMemberException;
import com.tryzore.crm.members.PhotoReader;
import com.tryzore.crm.members.PhotoReading;
import com.tryzore.crm.members.Photos;
import com.tryzore.crm.ui.Avatar;
import com.tryzore.crm.ui.Confirm;
import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.Toasts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Scope;

/**
 * A member's face; a new picture is chosen with the button or dropped onto it. The picture is read
 * and made smaller while the tab goes on working.
 */
@SpringComponent
@Scope("prototype")
class PhotoFrame extends Div {
  private final transient Photos photos;
  private final transient PhotoReader reader;
  private final transient MemberPhotos addresses;
  private final transient Bindings bindings;
  private final Div face = new Div();
  private final Upload upload = new Upload();
  private final Button remove;
  private @Nullable MemberProfile profile;
  private transient volatile @Nullable Target target;
  private transient Runnable changed = () -> {};

  PhotoFrame(Photos photos, PhotoReader reader, MemberPhotos addresses, Bindings bindings) {
    this.photos = photos;
    this.reader = reader;
    this.addresses = addresses;
    this.bindings = bindings;
    addClassName("profile-photo");
    Button choose = new Button(Icon.CAMERA.create());
    choose.addClassNames("zore-icon-button", "profile-photo-choose");
    choose.setAriaLabel(getTranslation("members.photo.choose"));
    choose.setTooltipText(getTranslation("members.photo.choose.help"));
    upload.setUploadButton(choose);
    upload.setDropLabel(new Div());
    upload.setDropLabelIcon(new Div());
    upload.setMaxFiles(1);
    upload.setMaxFileSize(PhotoReader.MOST_BYTES);
    upload.setUploadHandler(this::receive);
    upload.setAcceptedMimeTypes("image/*");
    upload.setI18n(
        new UploadI18N()
            .setError(
                new UploadI18N.Error()
                    .setFileIsTooBig(getTranslation("members.photo.too-many-bytes"))
                    .setIncorrectFileType(getTranslation("members.photo.no-picture"))
                    .setTooManyFiles(getTranslation("members.photo.several"))));
    upload.addFileRejectedListener(rejected -> Toasts.trouble(rejected.getErrorMessage()));
    remove =
        ProfileCard.iconButton(
            Icon.TRASH, getTranslation("members.photo.remove"), this::askToRemove);
    remove.addClassName("profile-photo-remove");
    add(face, upload, remove);
  }

  /** Hears that there is another photo, or none. */
  void onChange(Runnable listener) {
    changed = listener;
  }

  void show(MemberProfile member) {
    profile = member;
    target = new Target(member.id(), bindings.required());
    face.removeAll();
    face.add(
        new Avatar(
            member.fullName(),
            addresses.large(member.id(), member.photoVersion()),
            Avatar.Size.HUGE));
    boolean ours = member.record().isPresent();
    upload.setVisible(ours);
    remove.setVisible(ours && member.photoVersion() != 0);
  }

  /** On the upload's own thread: only the outcome is told in the tab. */
  private void receive(UploadEvent event) throws IOException {
    Target to = target;
    if (to == null) {
      return;
    }
    byte[] file;
    try (InputStream content = event.getInputStream()) {
      file = content.readNBytes(PhotoReader.MOST_BYTES + 1);
    } catch (IOException brokenOff) {
      tell(event, upload::clearFileList);
      throw brokenOff;
    }
    Command outcome;
    try {
      outcome = keep(to, reader.read(file));
    } catch (RuntimeException failed) {
      outcome =
          () -> {
            upload.clearFileList();
            throw failed; // what the error handler of the tab says about it
          };
    }
    tell(event, outcome);
  }

  private static void tell(UploadEvent event, Command outcome) {
    var unused = event.getUI().access(outcome); // what it throws goes to the tab's error handler
  }

  private Command keep(Target to, PhotoReading reading) {
    return switch (reading) {
      case PhotoReading.Refused refused -> () -> refuse("members.photo." + refused.reason().word());
      case PhotoReading.Photo photo -> put(to, photo);
    };
  }

  private Command put(Target to, PhotoReading.Photo photo) {
    try {
      bindings.runAs(to.binding(), () -> photos.put(to.client(), photo));
      return this::kept;
    } catch (NoSuchMemberException gone) {
      return () -> refuse("members.form.gone");
    }
  }

  private void kept() {
    upload.clearFileList();
    Toasts.done(getTranslation("members.photo.kept"));
    changed.run();
  }

  private void refuse(String key) {
    upload.clearFileList();
    Toasts.trouble(getTranslation(key));
  }

  private record Target(ClientId client, Binding binding) {}

  private void askToRemove() {
    MemberProfile of = profile;
    if (of != null) {
      Confirm.danger(
          getTranslation("members.photo.remove"),
          getTranslation("members.photo.remove.text", of.fullName()),
          getTranslation("members.photo.remove"),
          () -> {
            photos.remove(of.id());
            changed.run();
          });
    }
  }
}
