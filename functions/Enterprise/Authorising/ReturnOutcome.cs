using Ascs.Enterprise.Consent;

namespace Ascs.Enterprise.Authorising;

/// <summary>What became of a consent that came back from the trusted party.</summary>
internal abstract record ReturnOutcome
{
    private ReturnOutcome()
    {
    }

    /// <summary>Authorised, with a receipt that holds.</summary>
    /// <param name="Record">The consent.</param>
    /// <param name="ManageCode">Shown with the first answer and for some minutes of reloading; then null.</param>
    public sealed record Done(ConsentRecord Record, string? ManageCode) : ReturnOutcome;

    /// <summary>The person declined at the trusted party.</summary>
    public sealed record Declined : ReturnOutcome;

    /// <summary>No such showing any more, or confirmed too late.</summary>
    public sealed record Over : ReturnOutcome;

    /// <summary>Another showing of the same session was confirmed before.</summary>
    public sealed record SettledBefore : ReturnOutcome;

    /// <summary>The trusted party refused for good.</summary>
    /// <param name="Code">Its problem code.</param>
    public sealed record Refused(string Code) : ReturnOutcome;

    /// <summary>Not now; the same result may be posted again.</summary>
    public sealed record TryAgain : ReturnOutcome;

    /// <summary>Answered, but with a receipt that proves nothing: not believed, nothing is used.</summary>
    public sealed record Unproven : ReturnOutcome;
}
