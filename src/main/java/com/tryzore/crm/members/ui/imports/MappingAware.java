package com.tryzore.crm.members.ui.imports;

import com.tryzore.crm.members.imports.ImportMapping;

/** A part of the page that shows some of the mapping. */
interface MappingAware {
  void show(ImportMapping mapping);
}
