using System.Text.Json;
using Ascs.Contracts;

namespace Ascs.Trust.Tests.Gate;

/// <summary>An answer as the wire gave it.</summary>
internal sealed record Heard(int Status, string? ContentType, byte[] Body, bool Signed, bool Replayed)
{
    public ProblemDocument Problem
    {
        get
        {
            Assert.Equal("application/problem+json; charset=utf-8", ContentType);
            return JsonSerializer.Deserialize<ProblemDocument>(Body, WireOptions.Strict)!;
        }
    }

    public string Code => Status is 200 or 202 ? "none" : Problem.Code;
}
