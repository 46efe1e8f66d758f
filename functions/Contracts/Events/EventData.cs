using System.Text.Json;

namespace Ascs.Contracts;

/// <summary>What the data of an event must be: an object of its type's record, which may have members that a later version adds. Types of a later version pass.</summary>
public static class EventData
{
    /// <summary>Null when it is.</summary>
    public static FieldError? Check(CloudEvent told)
    {
        ArgumentNullException.ThrowIfNull(told);
        if (RecordOf(told.Type) is not { } record) return null;
        try
        {
            return told.Data.Deserialize(record, WireOptions.Tolerant) is { } data ? WireRules.Check(data) : new FieldError("", "FORM");
        }
        catch (JsonException)
        {
            return new FieldError("", "FORM");
        }
    }

    private static Type? RecordOf(string type) => type switch
    {
        EventTypes.Outcome => typeof(OutcomeEvent),
        EventTypes.Reply => typeof(ReplyEvent),
        EventTypes.AidChanged => typeof(AidStatus),
        _ => null,
    };
}
