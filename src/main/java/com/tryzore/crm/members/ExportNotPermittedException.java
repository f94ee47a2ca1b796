package com.tryzore.crm.members;

/** The account has no right to export members; nothing left the database. */
public class ExportNotPermittedException extends RuntimeException {

  ExportNotPermittedException() {
    super("This account may not export members");
  }
}
