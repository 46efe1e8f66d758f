using Ascs.Contracts;

namespace Ascs.TrustedParty.Workflow.Engine;

/// <summary>What the commands of a dispatch wait for.</summary>
internal static class SendTimes
{
    /// <summary>What has happened because a time has come; null when none has.</summary>
    public static SendEvent? TimeIsUp(IReadOnlyList<SendCommand> commands, UnixTime now)
    {
        if (commands.Any(c => c is SendCommand.WaitUntil wait && wait.At <= now)) return new SendEvent.Due(now);
        return commands.Any(c => c is SendCommand.AwaitOutcomes wait && wait.Deadline <= now) ? new SendEvent.DeadlineReached(now) : null;
    }

    /// <summary>When the first of them, which all only wait, must be looked at again.</summary>
    public static UnixTime WakeAt(IReadOnlyList<SendCommand> commands) => commands.Select(c => c switch
    {
        SendCommand.WaitUntil wait => wait.At,
        SendCommand.AwaitOutcomes wait => wait.Deadline,
        _ => default,
    }).Min();
}
