package chat262.requests;

import chat262.api.problems.FieldError;
import chat262.platform.JsonRules;
import chat262.problems.Problems;
import chat262.text.UnicodeText;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads request records from JSON, strictly. JSON-B would turn a missing number into 0, 1.5 into 1 and let 99999999999
 * overflow; here each of those is {@code invalid}. The constraints beyond a value's type are in {@code
 * META-INF/request-rules.xml}, since the records have no annotations.
 */
@ApplicationScoped
public class RequestRecords {
    @Inject
    ValidatorFactory validators;

    private Validator validator;

    /** An injected validator would be a proxy, which calls it by reflection for each frame. */
    @PostConstruct
    void start() {
        validator = validators.getValidator();
    }

    /** The record; {@code invalid}, with all its errors, if a field breaks its rule. */
    public <R extends Record> R read(Class<R> type, JsonObject object) {
        List<FieldError> errors = new ArrayList<>();
        R request = RecordComponents.build(type, component -> value(component, object, errors));
        addViolations(request, errors);
        if (!errors.isEmpty()) {
            throw Problems.invalid(errors);
        }
        return request;
    }

    private void addViolations(Record request, List<FieldError> errors) {
        // A value of the wrong type is null in the record by now; each field gets one error.
        Set<String> fields = errors.stream().map(FieldError::field).collect(Collectors.toSet());
        for (ConstraintViolation<Record> violation : validator.validate(request)) {
            String field = JsonRules.fieldName(
                    violation.getPropertyPath().iterator().next().getName());
            if (fields.add(field)) {
                errors.add(new FieldError(field, violation.getMessage()));
            }
        }
    }

    private static Object value(RecordComponent component, JsonObject object, List<FieldError> errors) {
        String field = JsonRules.fieldName(component.getName());
        JsonValue json = object.getOrDefault(field, JsonValue.NULL);
        Class<?> type = component.getType();
        try {
            if (json == JsonValue.NULL) {
                return absent(type);
            }
            return present(type, json);
        } catch (IllegalArgumentException e) {
            errors.add(new FieldError(field, e.getMessage()));
            return type == long.class ? 0L : null; // never used, as there is an error
        }
    }

    /** A required value that may be null in Java is refused by its constraint later; a primitive number must be refused here. */
    private static Object absent(Class<?> type) {
        if (type == long.class) {
            throw new IllegalArgumentException("is required");
        }
        return null;
    }

    private static Object present(Class<?> type, JsonValue json) {
        if (type == String.class) {
            return text(json);
        } else if (type == long.class) {
            return JsonText.wholeNumber(json);
        } else if (type == Boolean.class) {
            return bool(json);
        } else if (type == List.class) {
            return texts(json);
        } else if (type.isEnum()) {
            return oneOf(type, json);
        }
        throw new IllegalStateException("no rule for " + type);
    }

    private static String text(JsonValue json) {
        if (!(json instanceof JsonString string)) {
            throw new IllegalArgumentException("must be a string");
        }
        if (UnicodeText.hasLoneSurrogate(string.getString())) {
            throw new IllegalArgumentException("holds half a surrogate pair");
        }
        return string.getString();
    }

    private static Boolean bool(JsonValue json) {
        if (json != JsonValue.TRUE && json != JsonValue.FALSE) {
            throw new IllegalArgumentException("must be true or false");
        }
        return json == JsonValue.TRUE;
    }

    private static List<String> texts(JsonValue json) {
        if (!(json instanceof JsonArray array)) {
            throw new IllegalArgumentException("must be an array of strings");
        }
        return array.stream().map(RequestRecords::text).toList();
    }

    private static Object oneOf(Class<?> type, JsonValue json) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.toString().equals(text(json)))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("must be one of " + Arrays.toString(type.getEnumConstants())));
    }
}
