namespace Ascs.Contracts;

/// <summary>Types of events and the record of their data.</summary>
public static class EventTypes
{
    /// <summary><see cref="OutcomeEvent"/>.</summary>
    public const string Outcome = "ascs.message.outcome.v1";

    /// <summary><see cref="ReplyEvent"/>.</summary>
    public const string Reply = "ascs.message.reply.v1";

    /// <summary><see cref="AidStatus"/>.</summary>
    public const string AidChanged = "ascs.aid.changed.v1";
}
