using System.Text.Json;
using Ascs.Contracts;
using Ascs.Trust.Sessions;

namespace Ascs.Trust.Gate;

/// <summary>CHEAA-4.1.3.3 a, b: exactly the members of the endpoint's type, each strongly typed, in a version known here.</summary>
internal sealed class CheckSchema : Check
{
    private const int Version = 1;

    public override IReadOnlyList<ProblemCode> Refusals { get; } = [ProblemCodes.SchemaInvalid, ProblemCodes.DataKeyInvalid];

    private protected override Problem? Run(Passage passage, GateParts parts)
    {
        // CHEAA-4.1.3.1: sensitive members open under a data key that lives, and an answer that has some needs one to be sealed with.
        if (SensitiveMembers.In(passage.Endpoint.AnswerType) && passage.Session?.HasDataKey(passage.Call.ReceivedAt) != true) return Refusals[1];
        try
        {
            passage.Request = passage.Bound.Read(passage.Body.Span, passage.Session?.Wire);
        }
        catch (SealedTextException)
        {
            return Refusals[1];
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
