namespace Ascs.Contracts;

/// <summary>
/// The agreement as it goes to the trusted party inside an envelope (ISC-6.1.1.4: extracted and encrypted): the exact words shown and what was chosen.
/// </summary>
/// <param name="V">1.</param>
/// <param name="PolicyVersion">Version of the policy shown.</param>
/// <param name="Choices">What the person chose.</param>
/// <param name="Text">The exact text (<see cref="ConsentText"/>).</param>
/// <param name="SubmittedAt">When the person submitted the enterprise's page.</param>
public sealed record Agreement(
    [Version(1)] int V, [Range(1, int.MaxValue)] int PolicyVersion, ConsentChoices Choices, [Text(8000, Lines = true)] string Text, UnixTime SubmittedAt);
