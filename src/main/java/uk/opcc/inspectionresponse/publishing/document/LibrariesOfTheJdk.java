package uk.opcc.inspectionresponse.publishing.document;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;

/**
 * Has the libraries that write documents take what the JDK has to read and write XML. Each time that they ask for it
 * the JDK looks through every library for another one: for each part of a Word file, and several times for a PDF.
 */
final class LibrariesOfTheJdk {

    private LibrariesOfTheJdk() {}

    /** What an administrator has set stays. */
    static void use() {
        set(TransformerFactory.class, TransformerFactory.newDefaultInstance());
        set(DocumentBuilderFactory.class, DocumentBuilderFactory.newDefaultInstance());
    }

    private static void set(Class<?> asked, Object taken) {
        System.getProperties().putIfAbsent(asked.getName(), taken.getClass().getName());
    }
}
