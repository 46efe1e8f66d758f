using Ascs.Contracts;
using Ascs.Trust.Signing;
using Microsoft.Net.Http.Headers;

namespace Ascs.Trust.Gate;

/// <summary>CHEAA-4.1.3.3 a: <c>application/json</c> with an explicit charset, and that is UTF-8 (CHEAA-4.1.3.3 c).</summary>
internal sealed class CheckContentType : Check
{
    public override IReadOnlyList<ProblemCode> Refusals { get; } = [ProblemCodes.MediaTypeUnsupported];

    private protected override Problem? Run(Passage passage, GateParts parts)
    {
        var fields = passage.Call.Fields;
        return Unless(IsJsonInUtf8(fields(SignedFieldNames.ContentType)) && fields("content-encoding").Count == 0);
    }

    private static bool IsJsonInUtf8(Microsoft.Extensions.Primitives.StringValues lines) =>
        lines.Count == 1 && MediaTypeHeaderValue.TryParse(lines[0], out var type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && type.Parameters.Count == 1 && type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase);
}
