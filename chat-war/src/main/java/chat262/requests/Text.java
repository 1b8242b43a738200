package chat262.requests;

import chat262.platform.Texts;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A text by the protocol's rules, which count code points and not Java's characters. Null passes. */
@Constraint(validatedBy = Text.Rule.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Text {
    int min() default 1;

    int max();

    /** Counted without White_Space at both ends. */
    boolean trimmed() default false;

    /** Nothing but White_Space and format characters will do. */
    boolean blankAllowed() default false;

    /** Any control character will do. */
    boolean controlsAllowed() default false;

    /** Newline and tab will do, where other control characters don't. */
    boolean linesAllowed() default false;

    String message() default "must have {min} to {max} characters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Checks the rule. */
    class Rule implements ConstraintValidator<Text, String> {
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
            String text = rule.trimmed() ? Texts.trim(value) : value;
            int length = Texts.length(text);
            if (length < rule.min() || length > rule.max()) {
                return false;
            }
            if (!rule.blankAllowed() && Texts.isBlank(text)) {
                return refuse(context, "must not be blank");
            }
            if (!rule.controlsAllowed() && text.codePoints().anyMatch(this::isRefusedControl)) {
                return refuse(context, "must not hold control characters");
            }
            return true;
        }

        private boolean isRefusedControl(int codePoint) {
            boolean line = codePoint == '\n' || codePoint == '\t';
            return Texts.isControl(codePoint) && !(rule.linesAllowed() && line);
        }

        private static boolean refuse(ConstraintValidatorContext context, String message) {
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(message).addConstraintViolation();
            return false;
        }
    }
}
