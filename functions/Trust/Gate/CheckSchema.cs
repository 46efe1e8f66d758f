using System.Text.Json;
using Ascs.Contracts;

namespace Ascs.Trust.Gate;

/// <summary>CHEAA-4.1.3.3 a, b: exactly the members of the endpoint's type, each strongly typed, in a version known here.</summary>
internal sealed class CheckSchema : Check
{
    private const int Version = 1;

    public override IReadOnlyList<ProblemCode> Refusals { get; } = [ProblemCodes.SchemaInvalid];

    private protected override Problem? Run(Passage passage, GateParts parts)
    {
        try
        {
            passage.Request = passage.Bound.Read(passage.Body.Span);
        }
        catch (JsonException fault)
        {
            return Refuse(JsonPointer.Of(fault.Path), "FORM");
        }

        if (passage.Request is null) return Refuse("", "FORM");
        return passage.Scan!.Version == Version ? null : Refuse("/v", "VERSION");
    }

    private Problem Refuse(string pointer, string rule) => new(Refusals[0], new FieldError(pointer, rule));
}
