package com.tryzore.crm.members.ui.imports;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.members.Members;
import com.tryzore.crm.members.imports.ImportProgress;
import com.tryzore.crm.members.imports.ImportReports;
import com.tryzore.crm.members.imports.MemberImports;
import com.tryzore.crm.ui.Formats;
import com.tryzore.crm.ui.LiveUpdates;
import com.tryzore.crm.ui.LongWork;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** What the parts of the import page work with. */
@Component
record ImportKit(
    MemberImports imports,
    ImportReports reports,
    Members members,
    Bindings bindings,
    LiveUpdates live) {

  /** Who is at this tab, and where. */
  Binding binding() {
    return bindings.required();
  }

  /** Work of the engine under the tab's binding, on another thread. */
  <T> Function<LongWork.Progress, T> bound(Function<ImportProgress, T> work) {
    Binding binding = binding();
    return progress ->
        bindings.callAs(
            binding, () -> work.apply((rows, bytes, total) -> progress.goOn(bytes, total)));
  }

  Formats formats(Locale reader) {
    return Formats.of(reader, binding().zone());
  }
}
