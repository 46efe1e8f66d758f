using Ascs.Contracts;

namespace Ascs.Trust.Limits;

/// <summary>The AIDs that a request names. A test finds the request types that have any.</summary>
internal static class NamedAids
{
    public static IReadOnlyList<Aid> Of(object request) => request switch
    {
        AidStatesRequest states => states.Aids,
        CheckDispatchRequest check => check.Aids,
        CreateDispatchRequest dispatch => [.. dispatch.Recipients.Select(recipient => recipient.Aid)],
        CreateTaskRequest task => [.. task.Recipients.Select(recipient => recipient.Aid)],
        RevokeRequest revocation => revocation.Aids,
        TraceRequest trace => [trace.Aid],
        _ => [],
    };
}
