package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.members.ui.MemberPhotos;
import com.tryzore.crm.schedule.BookingSettings;
import com.tryzore.crm.schedule.Bookings;
import com.tryzore.crm.schedule.MyClasses;
import com.tryzore.crm.schedule.Rosters;
import com.tryzore.crm.ui.LiveUpdates;
import org.springframework.stereotype.Component;

/** What the pages of whoever teaches are made with. */
@Component
record ClassKit(
    MyClasses classes,
    Rosters rosters,
    Bookings bookings,
    BookingSettings settings,
    MemberPhotos photos,
    LiveUpdates live) {}
