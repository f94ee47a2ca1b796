package com.tryzore.crm.members;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Two people changed one record at the same time. Says field by field where they differ, and makes
 * the one record that comes of it.
 *
 * @param read what both started from
 * @param mine what I want to save
 * @param theirs what the other has saved
 * @param <R> a record whose components are its fields
 */
public record RecordConflict<R extends Record>(R read, R mine, R theirs) {

  /**
   * A field in which mine and theirs differ.
   *
   * @param name the record component
   * @param read what it was before
   * @param mine what I want
   * @param theirs what the other wants
   */
  public record Field(
      String name, @Nullable Object read, @Nullable Object mine, @Nullable Object theirs) {

    /** Whether both changed it, so that nobody but a person can say which is right. */
    public boolean changedByBoth() {
      return !Objects.equals(read, mine) && !Objects.equals(read, theirs);
    }

    /** Whether only I changed it. */
    public boolean changedByMeOnly() {
      return Objects.equals(read, theirs);
    }

    /** Whether only the other changed it. */
    public boolean changedByThemOnly() {
      return Objects.equals(read, mine);
    }
  }

  /** The fields in which mine and theirs differ, in the order of the record. */
  public List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    for (RecordComponent component : mine.getClass().getRecordComponents()) {
      Field field =
          new Field(
              component.getName(),
              value(component, read),
              value(component, mine),
              value(component, theirs));
      if (!Objects.equals(field.mine(), field.theirs())) {
        fields.add(field);
      }
    }
    return fields;
  }

  /** Mine, with their values in these fields. */
  public R taking(Set<String> fromThem) {
    RecordComponent[] components = mine.getClass().getRecordComponents();
    @Nullable Object[] values = new @Nullable Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] = value(components[i], fromThem.contains(components[i].getName()) ? theirs : mine);
    }
    try {
      @SuppressWarnings("unchecked") // the class of a record of type R
      Class<R> type = (Class<R>) mine.getClass();
      Constructor<R> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true); // records of other packages are not public
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException notARecord) {
      throw new IllegalStateException(
          "Cannot make a " + mine.getClass() + " of " + Arrays.toString(types), notARecord);
    }
  }

  private static @Nullable Object value(RecordComponent component, Record owner) {
    try {
      Method accessor = component.getAccessor();
      accessor.setAccessible(true); // records of other packages are not public
      return accessor.invoke(owner);
    } catch (ReflectiveOperationException unreadable) {
      throw new IllegalStateException("Cannot read " + component, unreadable);
    }
  }
}
