using System.Text.Json;
using Ascs.Contracts;
using Ascs.Trust.Sessions;

namespace Ascs.Trust.Gate;

/// <summary>CHEAA-4.1.3.3 a, b, d: exactly the members of the endpoint's type, each strongly typed and within the rules that stand on it.</summary>
internal sealed class CheckSchema : Check
{
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
            return Refuse(new FieldError(JsonPointer.Of(fault.Path), "FORM"));
        }

        if (passage.Request is null) return Refuse(new FieldError("", "FORM"));
        return WireRules.Check(passage.Request) is { } broken ? Refuse(broken) : null;
    }

    private Problem Refuse(FieldError fault) => new(Refusals[0], fault);
}
