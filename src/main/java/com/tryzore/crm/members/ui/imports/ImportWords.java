package com.tryzore.crm.members.ui.imports;

import com.tryzore.crm.members.imports.FileKind;
import com.tryzore.crm.members.imports.FileProblem;
import com.tryzore.crm.members.imports.FileRefusal;
import com.tryzore.crm.members.imports.ImportStatus;
import com.tryzore.crm.members.imports.MappingProblem;
import com.tryzore.crm.members.imports.TextEncoding;
import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.StatusBadge;
import com.tryzore.crm.ui.Tone;
import com.vaadin.flow.i18n.I18NProvider;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;

/** What the engine says, in the reader's words. */
final class ImportWords {
  private static final double KILOBYTE = 1024;

  private ImportWords() {}

  /** Why a file is no list, and what to do about it. */
  static String refusal(FileRefusal refusal, Locale reader) {
    List<Object> arguments = refusal.arguments();
    if (refusal.problem() == FileProblem.NOT_A_TABLE) {
      return I18NProvider.translate(((FileKind) arguments.getFirst()).messageKey());
    }
    Object[] words =
        arguments.stream()
            .map(
                argument ->
                    switch (argument) {
                      case TextEncoding encoding -> encoding.label();
                      case Long bytes -> size(bytes, reader);
                      default -> argument;
                    })
            .toArray();
    return I18NProvider.translate(refusal.problem().messageKey(), words);
  }

  /** 12.4 MB. */
  static String size(long bytes, Locale reader) {
    NumberFormat number = NumberFormat.getInstance(reader);
    number.setMaximumFractionDigits(1);
    double kilobytes = bytes / KILOBYTE;
    return kilobytes < KILOBYTE
        ? number.format(Math.ceil(kilobytes)) + " kB"
        : number.format(kilobytes / KILOBYTE) + " MB";
  }

  static String mapping(MappingProblem problem) {
    return I18NProvider.translate(
        problem.kind().messageKey(), I18NProvider.translate(problem.field().messageKey()));
  }

  static StatusBadge badge(ImportStatus status) {
    Tone tone =
        switch (status) {
          case DRAFT, RUNNING, UNDOING -> Tone.ACCENT;
          case DONE -> Tone.GOOD;
          case CANCELLED, UNDONE -> Tone.QUIET;
          case FAILED -> Tone.BAD;
        };
    Icon icon =
        switch (status) {
          case DRAFT -> Icon.EDIT;
          case RUNNING -> Icon.CLOCK;
          case UNDOING, UNDONE -> Icon.UNDO;
          case DONE -> Icon.CHECK;
          case CANCELLED -> Icon.MINUS;
          case FAILED -> Icon.STOP;
        };
    return new StatusBadge(tone, icon, I18NProvider.translate(status.messageKey()));
  }
}
