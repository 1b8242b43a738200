package chat262.it.proxy;

import chat262.it.process.Artefacts;
import chat262.it.process.ProcessResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for 127.0.0.1 that no client trusts unless it is told to. */
public final class TestCertificate {
    /** Of the key store. */
    public static final String PASSWORD = "not-a-secret";

    private static final String ALIAS = "chat";

    private TestCertificate() {}

    /**
     * Makes a certificate.
     *
     * @param keyStore the file for it, which must not exist; clients can take it as their trust store
     * @param days how long it is valid
     */
    public static SSLContext make(Path keyStore, int days) throws GeneralSecurityException, IOException {
        String keytool = Artefacts.java().resolveSibling("keytool").toString();
        String key = "-genkeypair -keyalg EC -alias " + ALIAS + " -dname CN=chat -ext san=ip:127.0.0.1 -storepass "
                + PASSWORD;
        List<String> command =
                new ArrayList<>(List.of(keytool, "-validity", "" + days, "-keystore", keyStore.toString()));
        command.addAll(List.of(key.split(" ")));
        ProcessResult.of(new ProcessBuilder(command)).successful();
        KeyStore store = KeyStore.getInstance(keyStore.toFile(), PASSWORD.toCharArray());
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    /** For clients that trust the certificate, and no other. */
    public static SSLContext trusting(Path keyStore) throws GeneralSecurityException, IOException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trustStore(keyStore));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }

    /** The certificate as one that is trusted, without its key. */
    private static KeyStore trustStore(Path keyStore) throws GeneralSecurityException, IOException {
        KeyStore all = KeyStore.getInstance(keyStore.toFile(), PASSWORD.toCharArray());
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry(ALIAS, all.getCertificate(ALIAS));
        return trusted;
    }

    /** Writes the certificate and its key as nginx and others read them. */
    public static void writePem(Path keyStore, Path certificate, Path key)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(keyStore.toFile(), PASSWORD.toCharArray());
        Files.writeString(
                certificate, pem("CERTIFICATE", store.getCertificate(ALIAS).getEncoded()));
        Files.writeString(
                key,
                pem("PRIVATE KEY", store.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded()));
    }

    private static String pem(String what, byte[] der) {
        String base64 = Base64.getMimeEncoder().encodeToString(der);
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(what, base64);
    }
}
