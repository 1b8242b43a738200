package chat262.connector;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.util.FastHttpDateFormat;
import org.glassfish.grizzly.http.util.Header;
import org.glassfish.grizzly.http.util.HttpStatus;
import org.glassfish.grizzly.http.util.MimeHeaders;

/** Status and headers of an answer, as far as the connector sets them. */
final class ResponseHead {
    private ResponseHead() {}

    /**
     * Gives an answer its status from the beginning. Reading a status that is not set makes Grizzly set it to 200: the
     * container's thread, which reads it after it has handed a request over, would overwrite what the answering thread has set.
     */
    static void begin(HttpResponsePacket response) {
        response.setStatus(HttpStatus.OK_200);
        setDate(response);
    }

    /** Sets the time at which the answer goes out. Grizzly adds it only when the list of headers is closed, and so not at all. */
    static void setDate(HttpResponsePacket response) {
        MimeHeaders headers = response.getHeaders();
        if (!response.containsHeader(Header.Date)) {
            reopen(headers);
        }
        headers.setValue(Header.Date).setBytes(FastHttpDateFormat.getCurrentDateBytes());
    }

    /** Grizzly closes the list when it commits an answer; from then on it would silently drop all headers but trailers. */
    static void reopen(MimeHeaders headers) {
        List<Map.Entry<String, String>> kept = new ArrayList<>();
        for (int i = 0; i < headers.size(); i++) {
            kept.add(Map.entry(RequestRules.text(headers.getName(i)), RequestRules.text(headers.getValue(i))));
        }
        headers.clear();
        kept.forEach(header -> headers.addValue(header.getKey()).setString(header.getValue()));
    }
}
