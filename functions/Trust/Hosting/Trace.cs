using System.Diagnostics;
using Microsoft.Extensions.Primitives;

namespace Ascs.Trust.Hosting;

/// <summary>Makes sure that a call has a trace id, the caller's where it sent one (W3C Trace Context).</summary>
internal static class Trace
{
    /// <summary>Does nothing when the framework has started an activity; disposing ends what it started.</summary>
    public static Activity? Continue(StringValues traceParent)
    {
        if (Activity.Current is not null) return null;
        var activity = new Activity("ascs.call");
        if (traceParent.Count == 1 && ActivityContext.TryParse(traceParent[0], null, isRemote: true, out var parent))
            activity.SetParentId(parent.TraceId, parent.SpanId, parent.TraceFlags);
        return activity.SetIdFormat(ActivityIdFormat.W3C).Start();
    }
}
