using Ascs.Contracts;

namespace Ascs.Trust.Calls;

/// <summary>What one try brought.</summary>
/// <param name="Status">HTTP status of a verified answer; 0 when there is none.</param>
/// <param name="Body">Its body.</param>
/// <param name="Problem">The refusal; null for a status of success.</param>
internal sealed record Reply(int Status, ReadOnlyMemory<byte> Body, Problem? Problem)
{
    /// <summary>Nobody answered, or nobody who could prove to be the one asked.</summary>
    public static Reply Nothing { get; } = new(0, default, ProblemCodes.Unavailable);

    /// <summary>The peer knows our session no more.</summary>
    public static Reply Lost { get; } = new(ProblemCodes.AccessTokenInvalid.Status, default, ProblemCodes.AccessTokenInvalid);
}
