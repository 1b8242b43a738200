package chat262.it.proxy.database;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Optional;

/** One connection of a server through the {@link DatabaseProxy}, message by message. */
final class DatabaseConnection {
    private static final int PLAIN = 'N';

    private final DatabaseProxy proxy;
    private final Socket server;
    private final TransactionWatch transaction = new TransactionWatch();
    private volatile Socket database;
    private DataInputStream fromServer;
    private DataInputStream fromDatabase;
    private OutputStream toDatabase;

    /** Two threads write to it: one what comes from the database, another what was held back. */
    private OutputStream toServer;

    private volatile boolean closed;

    DatabaseConnection(DatabaseProxy proxy, Socket server) {
        this.proxy = proxy;
        this.server = server;
    }

    boolean isListening() {
        return transaction.isListening();
    }

    void run() {
        try {
            begin();
            DatabaseProxy.inBackground(this::passToServer, "database proxy answers");
            passToDatabase();
        } catch (IOException | InterruptedException e) {
            // One of the two has gone, and with it the connection.
            close();
        }
    }

    private void begin() throws IOException, InterruptedException {
        server.setTcpNoDelay(true);
        fromServer = new DataInputStream(new BufferedInputStream(server.getInputStream()));
        toServer = new BufferedOutputStream(server.getOutputStream());
        DatabaseMessage first = DatabaseMessage.readFirst(fromServer);
        proxy.awaitTraffic();
        database = proxy.toDatabase();
        if (closed) {
            throw new IOException("closed meanwhile");
        }
        fromDatabase = new DataInputStream(new BufferedInputStream(database.getInputStream()));
        toDatabase = new BufferedOutputStream(database.getOutputStream());
        while (first.asksForEncryption()) {
            sendToDatabase(first);
            int answer = fromDatabase.read();
            if (answer != PLAIN) {
                throw new IOException("what is encrypted can't be looked at");
            }
            toServer.write(answer);
            toServer.flush();
            first = DatabaseMessage.readFirst(fromServer);
        }
        sendToDatabase(first);
    }

    private void sendToDatabase(DatabaseMessage message) throws IOException {
        toDatabase.write(message.bytes());
        if (fromServer.available() == 0) {
            toDatabase.flush();
        }
    }

    private void passToDatabase() throws IOException, InterruptedException {
        for (Optional<DatabaseMessage> next = DatabaseMessage.read(fromServer);
                next.isPresent();
                next = DatabaseMessage.read(fromServer)) {
            proxy.awaitTraffic();
            if (transaction.asksForCommit(next.get()) && !proxy.reached(CommitMoment.ASKED_FOR)) {
                close();
                return;
            }
            sendToDatabase(next.get());
        }
        // What the server has sent before it died is still carried out.
        toDatabase.flush();
        database.shutdownOutput();
    }

    private void passToServer() {
        try {
            for (Optional<DatabaseMessage> next = DatabaseMessage.read(fromDatabase);
                    next.isPresent();
                    next = DatabaseMessage.read(fromDatabase)) {
                proxy.awaitTraffic();
                if (next.get().is(DatabaseMessage.NOTIFICATION)) {
                    passHint(next.get());
                } else if (!transaction.saysCommitted(next.get()) || proxy.reached(CommitMoment.DONE)) {
                    sendToServer(next.get(), fromDatabase.available() == 0);
                } else {
                    return;
                }
            }
        } catch (IOException | InterruptedException e) {
            return;
        } finally {
            close();
        }
    }

    private void passHint(DatabaseMessage hint) throws IOException {
        switch (proxy.nextOfHint()) {
            case NONE -> sendToServer(hint, true);
            case DROPPED -> {}
            case DOUBLED -> {
                sendToServer(hint, true);
                sendToServer(hint, true);
            }
            case HELD -> proxy.later(() -> sendLate(hint));
        }
    }

    private void sendLate(DatabaseMessage hint) {
        try {
            sendToServer(hint, true);
        } catch (IOException e) {
            // The connection is gone, and the hint with it.
            return;
        }
    }

    private void sendToServer(DatabaseMessage message, boolean flush) throws IOException {
        synchronized (toServer) {
            toServer.write(message.bytes());
            if (flush) {
                toServer.flush();
            }
        }
    }

    /** Ends both sides at once. */
    void close() {
        closed = true;
        proxy.ended(this);
        close(server);
        close(database);
    }

    private static void close(Socket socket) {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            // It is gone either way.
            return;
        }
    }
}
