using System.Text.RegularExpressions;
using Ascs.Contracts;
using Ascs.Storage;

namespace Ascs.Trust.Idempotency;

/// <summary>Within what a key is unique: the calling platform, the enterprise it acts for, the operation.</summary>
/// <param name="Caller">Who calls.</param>
/// <param name="EnterpriseId">For whom, where the request says; checked.</param>
/// <param name="Operation">Endpoint name.</param>
/// <param name="Key">The caller's key.</param>
internal sealed partial record IdempotencyScope(PlatId Caller, string? EnterpriseId, string Operation, string Key)
{
    /// <summary>The document: callers' keys are time-ordered, so the key ends the id. No part but the key holds an underscore, so no two scopes meet.</summary>
    public DocumentKey Document => new($"idempotency-{Caller}", $"{Operation.Replace('/', '-')}_{EnterpriseId}_{Key}");

    /// <summary>16 to 64 characters of [0-9A-Za-z_-].</summary>
    public static bool IsKey(string? text) => text is not null && KeyPattern().IsMatch(text);

    [GeneratedRegex(@"\A[0-9A-Za-z_-]{16,64}\z")]
    private static partial Regex KeyPattern();
}
