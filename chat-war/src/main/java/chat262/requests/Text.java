package chat262.requests;

import chat262.text.OpaqueString;
import chat262.text.UnicodeText;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Constrains a text by the protocol's rules, which count code points and not UTF-16 units. Null is valid. */
@Constraint(validatedBy = Text.Validator.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Text {
    int min() default 1;

    int max();

    /** Whether White_Space at both ends is ignored. */
    boolean trimmed() default false;

    /** Whether it is a password, which is measured in the form that is compared. */
    boolean password() default false;

    /** Whether only White_Space and format characters are valid. */
    boolean blankAllowed() default false;

    /** Whether control characters are valid. */
    boolean controlsAllowed() default false;

    /** Whether newline and tab are valid, where other control characters are not. */
    boolean linesAllowed() default false;

    String message() default "must have {min} to {max} characters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Implements the constraint. */
    class Validator implements ConstraintValidator<Text, String> {
        private Text rule;

        @Override
        public void initialize(Text constraint) {
            rule = constraint;
        }

        @Override
        public boolean isValid(String value, ConstraintValidatorContext context) {
            if (value == null) {
                return true;
            }
            String text = rule.trimmed() ? UnicodeText.trim(value) : rule.password() ? OpaqueString.of(value) : value;
            int length = UnicodeText.length(text);
            if (length < rule.min() || length > rule.max()) {
                return false;
            }
            if (!rule.blankAllowed() && UnicodeText.isBlank(text)) {
                return refuse(context, "must not be blank");
            }
            if (!rule.controlsAllowed() && text.codePoints().anyMatch(this::isRefusedControl)) {
                return refuse(context, "must not hold control characters");
            }
            return true;
        }

        private boolean isRefusedControl(int codePoint) {
            boolean line = codePoint == '\n' || codePoint == '\t';
            return UnicodeText.isControl(codePoint) && !(rule.linesAllowed() && line);
        }

        private static boolean refuse(ConstraintValidatorContext context, String message) {
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(message).addConstraintViolation();
            return false;
        }
    }
}
