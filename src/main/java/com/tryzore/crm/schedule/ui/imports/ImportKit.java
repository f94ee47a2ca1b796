package com.tryzore.crm.schedule.ui.imports;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.schedule.ImportWatch;
import com.tryzore.crm.schedule.Rooms;
import com.tryzore.crm.schedule.TimetableImports;
import com.tryzore.crm.ui.Formats;
import com.tryzore.crm.ui.LongWork;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** What the parts of the page work with. */
@Component("timetableImportKit")
record ImportKit(TimetableImports imports, Rooms rooms, Bindings bindings) {

  /** Who is at this tab, and where. */
  Binding binding() {
    return bindings.required();
  }

  /** Work under the tab's binding, on another thread. */
  <T> Function<LongWork.Progress, T> bound(Function<ImportWatch, T> work) {
    Binding binding = binding();
    return progress -> bindings.callAs(binding, () -> work.apply(progress::goOn));
  }

  Formats formats(Locale reader) {
    return Formats.of(reader, binding().zone());
  }
}
