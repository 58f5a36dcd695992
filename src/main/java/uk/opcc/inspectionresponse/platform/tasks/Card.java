package uk.opcc.inspectionresponse.platform.tasks;

import java.util.List;

/**
 * A task in words, so that it can be told from all others.
 *
 * @param id the task's
 * @param name as the diagram has it
 * @param title of the inspection report, whole; empty where there is none
 * @param item what of the report it is about, such as a recommendation and how it begins; empty where it is about all
 * @param day of the statutory period, such as "Day 47 of 56"; empty where there is none
 * @param due by when it is to be done, such as "due Thursday 3 December, in 8 days"; empty where there is no such day
 * @param marks what is urgent about it, each in a word
 * @param with who has it, or for whom it is
 * @param isToBeBegun whether nobody has it, and it is for whoever asks
 */
record Card(
        String id,
        String name,
        String title,
        String item,
        String day,
        String due,
        List<String> marks,
        String with,
        boolean isToBeBegun) {}
