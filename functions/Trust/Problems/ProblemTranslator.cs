using System.Text.Json;
using System.Text.RegularExpressions;
using Ascs.Contracts;

namespace Ascs.Trust.Problems;

/// <summary>The one place where refusals become RFC 9457 documents and documents refusals. Nothing of the request gets into one (CHEAA-4.1.4).</summary>
public static partial class ProblemTranslator
{
    /// <summary>RFC 9457 3, with the charset that every message carries.</summary>
    public const string ContentType = "application/problem+json; charset=utf-8";

    private const int MaxErrors = 100;

    /// <summary>The document of a problem.</summary>
    /// <param name="problem">The refusal.</param>
    /// <param name="traceId">W3C trace id, 32 hex digits: what links the answer to the journal.</param>
    public static ProblemDocument ToDocument(Problem problem, string traceId)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var code = problem.Code;
        return new ProblemDocument(code.Type, code.Title, code.Status, code.Code, traceId, [.. problem.Errors.Take(MaxErrors)]);
    }

    /// <summary>The document's bytes.</summary>
    /// <inheritdoc cref="ToDocument"/>
    public static byte[] ToBody(Problem problem, string traceId) => JsonSerializer.SerializeToUtf8Bytes(ToDocument(problem, traceId), WireOptions.Strict);

    /// <summary>The problem of a document received. A code that a later version added keeps its name and is told apart by its status.</summary>
    /// <param name="body">The document.</param>
    /// <param name="status">HTTP status of the answer, which decides where the two differ.</param>
    public static Problem FromBody(ReadOnlySpan<byte> body, int status)
    {
        try
        {
            if (JsonSerializer.Deserialize<ProblemDocument>(body, WireOptions.Tolerant) is { } document && Code(document.Code, status) is { } code)
                return new Problem(code, [.. document.Errors.Take(MaxErrors)]);
        }
        catch (JsonException)
        {
            // Not a problem document; its status says enough.
        }

        return OfStatus(status);
    }

    /// <summary>What a status alone says.</summary>
    public static Problem OfStatus(int status) => status switch
    {
        429 => ProblemCodes.TooManyRequests,
        500 => ProblemCodes.Internal,
        > 500 => ProblemCodes.Unavailable,
        _ => Later("REFUSED", status),
    };

    /// <summary>The code for what the web server refused before any of our own checks.</summary>
    /// <param name="status">HTTP status it refused with.</param>
    public static ProblemCode OfServer(int status) => status switch
    {
        404 => ProblemCodes.RouteUnknown,
        405 => ProblemCodes.MethodNotAllowed,
        408 => ProblemCodes.RequestTimeout,
        413 => ProblemCodes.BodyTooLarge,
        415 => ProblemCodes.MediaTypeUnsupported,
        431 => ProblemCodes.HeadersTooLarge,
        >= 500 => ProblemCodes.Internal,
        _ => ProblemCodes.RequestMalformed,
    };

    private static ProblemCode? Code(string code, int status) => ProblemCodes.Find(code) is { } known && known.Status == status ? known
        : Name().IsMatch(code) ? Later(code, status) : null;

    // B8: what a later version calls it is unknown here; its class still says what to do.
    private static ProblemCode Later(string code, int status) =>
        new(code, status, "The request was refused.", "请求被拒绝。", ProblemClasses.Of(status).MayPass());

    [GeneratedRegex(@"\A[A-Z][A-Z0-9_]{0,63}\z")]
    private static partial Regex Name();
}
