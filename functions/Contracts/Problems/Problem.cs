namespace Ascs.Contracts;

/// <summary>A refusal as a value: the code and, where known, which members caused it.</summary>
/// <param name="Code">What failed.</param>
/// <param name="Errors">The members at fault; empty when the request as a whole is.</param>
public sealed record Problem(ProblemCode Code, params IReadOnlyList<FieldError> Errors)
{
    /// <summary>How long to wait before another try; null where waiting alone mends nothing.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>A refusal of the request as a whole.</summary>
    public static implicit operator Problem(ProblemCode code) => new(code);

    /// <summary>A refusal of the request as a whole.</summary>
    public static Problem FromProblemCode(ProblemCode code) => new(code);
}
