namespace Ascs.Contracts;

/// <summary>What a handler answers: a value with its status, or a problem. Expected refusals are values; bugs are exceptions.</summary>
/// <typeparam name="T">The value.</typeparam>
public sealed record Answer<T>
    where T : class
{
    private Answer(T? value, int status, Problem? problem) => (Value, Status, Problem) = (value, status, problem);

    /// <summary>The value; null when there is a problem.</summary>
    public T? Value { get; }

    /// <summary>HTTP status.</summary>
    public int Status { get; }

    /// <summary>The refusal; null when there is a value.</summary>
    public Problem? Problem { get; }

    /// <summary>200 with the value.</summary>
    public static implicit operator Answer<T>(T value) => new(value, 200, null);

    /// <summary>The refusal.</summary>
    public static implicit operator Answer<T>(Problem problem) => new(null, problem.Code.Status, problem);

    /// <summary>The refusal.</summary>
    public static implicit operator Answer<T>(ProblemCode code) => (Problem)code;

    /// <summary>202 with the value: taken on, not done yet.</summary>
    public static Answer<T> Accepted(T value) => new(value, 202, null);

    /// <summary>200 with the value.</summary>
    public static Answer<T> ToAnswer(T value) => value;
}
