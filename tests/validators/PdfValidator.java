import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;

/**
 * Judges PDF files with the veraPDF engine, many in one start.
 *
 * <p>Reads requests, one a line: flavour, tab, path. Answers each with one line per broken rule (BROKEN, clause and
 * test number, times, message, first place; tabs between) and a closing line: PASS, FAIL, or ERROR and its text.
 */
public final class PdfValidator {
  private static final int FAILURES_SHOWN_PER_RULE = 100;
  private static final Map<String, ValidationProfile> PROFILES = new HashMap<>();

  private PdfValidator() {}

  public static void main(String[] arguments) throws IOException {
    LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] request = line.split("\t", 2);
      try {
        judge(request[0], request[1], out);
      } catch (Exception error) {
        out.println("ERROR\t" + flat(error.toString()));
      }
    }
  }

  private static void judge(String flavour, String path, PrintStream out) throws Exception {
    ValidationProfile profile = profile(flavour);
    try (InputStream file = new FileInputStream(path);
        PDFAParser parser = Foundries.defaultInstance().createParser(file, PDFAFlavour.byFlavourId(flavour));
        PDFAValidator validator =
            Foundries.defaultInstance().createValidator(profile, FAILURES_SHOWN_PER_RULE, false, false, false)) {
      ValidationResult result = validator.validate(parser);
      printBroken(result, out);
      out.println(result.isCompliant() ? "PASS" : "FAIL");
    }
  }

  private static void printBroken(ValidationResult result, PrintStream out) {
    Map<String, Integer> times = new LinkedHashMap<>();
    Map<String, TestAssertion> first = new HashMap<>();
    for (TestAssertion assertion : result.getTestAssertions()) {
      if (assertion.getStatus() == TestAssertion.Status.FAILED) {
        String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
        times.merge(rule, 1, Integer::sum);
        first.putIfAbsent(rule, assertion);
      }
    }
    times.forEach(
        (rule, count) -> {
          TestAssertion assertion = first.get(rule);
          String text = assertion.getErrorMessage() != null ? assertion.getErrorMessage() : assertion.getMessage();
          String place = assertion.getLocation().getContext();
          out.println(String.join("\t", "BROKEN", rule, count.toString(), flat(text), flat(place)));
        });
  }

  private static ValidationProfile profile(String flavour) throws Exception {
    if (!PROFILES.containsKey(flavour)) {
      String name = flavour.startsWith("ua") ? "PDFUA-" + flavour.substring(2) : "PDFA-" + flavour.toUpperCase();
      ClassLoader loader = PdfValidator.class.getClassLoader();
      try (InputStream rules = loader.getResourceAsStream("org/verapdf/pdfa/validation/" + name + ".xml")) {
        PROFILES.put(flavour, Profiles.profileFromXml(rules));
      }
    }
    return PROFILES.get(flavour);
  }

  private static String flat(String text) {
    return text == null ? "" : text.replaceAll("\\s+", " ");
  }
}
