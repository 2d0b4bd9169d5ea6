package org.gne.io.excel;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.gne.io.InputException;
import org.jspecify.annotations.Nullable;

/** One XML file of an Excel file, element by element. Prefixes of names are ignored. */
final class XmlPart implements Closeable {

    /** The largest number of bytes between two tags. */
    private static final long MOST_BETWEEN = 1 << 24;

    private static final XMLInputFactory FACTORY = XMLInputFactory.newDefaultFactory();

    static {
        // Entities could read other files, or grow without end.
        FACTORY.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        FACTORY.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    private final String place;
    private final Bounded in;
    private final XMLStreamReader xml;

    /**
     * Opens a part.
     *
     * @param place the file and the part, for messages
     */
    XmlPart(String place, InputStream part) throws IOException {
        this.place = place;
        this.in = new Bounded(part);
        try {
            xml = FACTORY.createXMLStreamReader(in);
        } catch (XMLStreamException | RuntimeException e) {
            part.close();
            throw e instanceof InputException known ? known : damaged(e);
        }
    }

    /** Moves to the next start or end of an element; false at the end of the part. */
    boolean next() {
        in.between = 0;
        try {
            while (xml.hasNext()) {
                int event = step();
                if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                    return true;
                }
            }
            return false;
        } catch (XMLStreamException e) {
            throw damaged(e);
        }
    }

    private int step() throws XMLStreamException {
        try {
            return xml.next();
        } catch (InputException e) {
            throw e;
        } catch (RuntimeException e) {
            // The parser throws all kinds of exceptions for damaged bytes.
            throw damaged(e);
        }
    }

    /** Moves to the start of the next element with a name; false if there is none. */
    boolean find(String name) {
        while (next()) {
            if (starts(name)) {
                return true;
            }
        }
        return false;
    }

    /** Whether this is the start of an element with a name. */
    boolean starts(String name) {
        return xml.isStartElement() && name.equals(xml.getLocalName());
    }

    /** Whether this is the end of an element with a name. */
    boolean ends(String name) {
        return xml.isEndElement() && name.equals(xml.getLocalName());
    }

    /** An attribute of the element that starts here, null if it has none with this name. */
    @Nullable String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    /** An attribute that is a whole number, or a given number if there is no such attribute. */
    int number(String attribute, int otherwise) {
        String text = attribute(attribute);
        if (text == null) {
            return otherwise;
        }
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new InputException(place + ": found " + attribute + "='" + text + "', expected a whole number", e);
        }
    }

    /** The text up to the end of the element that starts here; that of elements with a certain name in it is left out. */
    String text(String skipped) {
        StringBuilder text = new StringBuilder();
        in.between = 0;
        try {
            int depth = 1;
            int hidden = 0;
            while (depth > 0 && xml.hasNext()) {
                int event = step();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    depth++;
                    hidden = hidden == 0 && starts(skipped) ? depth : hidden;
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    hidden = hidden == depth ? 0 : hidden;
                    depth--;
                } else if (hidden == 0 && xml.hasText() && event != XMLStreamConstants.COMMENT) {
                    text.append(xml.getText());
                    if (text.length() > MOST_BETWEEN) {
                        throw new InputException(place + ": found a text of more than " + MOST_BETWEEN
                                + " characters, expected a shorter one");
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw damaged(e);
        }
        return text.toString();
    }

    private InputException damaged(Exception e) {
        String why = String.valueOf(e.getMessage()).replaceAll("(?s).*Message: ", "");
        return new InputException(
                place + ": is damaged: " + (why.length() > 200 ? why.substring(0, 200) + "..." : why), e);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Ends a part that has no tags for too long, before it fills the memory. */
    private final class Bounded extends FilterInputStream {
        private long between;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            return count(super.read(), 1);
        }

        @Override
        public int read(byte[] out, int offset, int length) throws IOException {
            int n = super.read(out, offset, length);
            return count(n, n);
        }

        private int count(int result, int bytes) {
            between += Math.max(0, bytes);
            if (between > MOST_BETWEEN) {
                throw new InputException(place + ": found " + MOST_BETWEEN + " bytes without a tag, expected fewer");
            }
            return result;
        }
    }
}
