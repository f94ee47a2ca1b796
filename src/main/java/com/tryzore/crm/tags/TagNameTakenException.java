package com.tryzore.crm.tags;

/** Another tag of that type has this name already, perhaps an archived one. */
public class TagNameTakenException extends RuntimeException {

  private final String name;

  TagNameTakenException(String name) {
    super("There is a tag of that type with the name " + name);
    this.name = name;
  }

  /** The name that was refused. */
  public String name() {
    return name;
  }
}
