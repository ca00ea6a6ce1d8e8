package pinplan.activity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import pinplan.team.Difference;

/** As JSON in a text, which keeps its bytes: a column of that type would not, and they are sealed. */
@Converter
public class Differences implements AttributeConverter<List<Difference>, String> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<Difference>> TYPE = new TypeReference<>() {};

    @Override
    public String convertToDatabaseColumn(List<Difference> differences) {
        try {
            return JSON.writeValueAsString(differences);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<Difference> convertToEntityAttribute(String text) {
        try {
            return JSON.readValue(text, TYPE);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
