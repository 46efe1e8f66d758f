using System.Globalization;
using Ascs.Contracts;
using Ascs.Trust.Audit;
using Ascs.Trust.Idempotency;
using Ascs.Trust.Problems;

namespace Ascs.Trust.Gate;

/// <summary>An answer before it is signed.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="ContentType">Media type with charset.</param>
/// <param name="Body">The body.</param>
/// <param name="MayChange">The same request may succeed later: not kept under an idempotency key.</param>
/// <param name="Replayed">It was given before.</param>
internal sealed record PlainAnswer(int Status, string ContentType, ReadOnlyMemory<byte> Body, bool MayChange = false, bool Replayed = false)
{
    /// <summary>After how long the same request may succeed.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>CHEAA-4.1.3.3 a.</summary>
    public const string Json = "application/json; charset=utf-8";

    /// <summary>For the audit trail: OK, or the problem's code; of an answer given before its status.</summary>
    public string Result { get; init; } = AuditEntry.Ok;

    public static PlainAnswer Of(Problem problem, string traceId) => new(
        problem.Code.Status, ProblemTranslator.ContentType, ProblemTranslator.ToBody(problem, traceId), problem.Code.Retry)
    {
        RetryAfter = problem.RetryAfter,
        Result = problem.Code.Code,
    };

    public static PlainAnswer Again(StoredAnswer stored) => new(stored.Status, stored.ContentType, stored.Body, Replayed: true)
    {
        Result = stored.Status < 400 ? AuditEntry.Ok : string.Create(CultureInfo.InvariantCulture, $"HTTP_{stored.Status}"),
    };

    public StoredAnswer ToStored() => new(Status, ContentType, Body);
}
