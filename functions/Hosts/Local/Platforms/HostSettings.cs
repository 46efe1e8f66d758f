using Ascs.Hosts.Local.Setup;

namespace Ascs.Hosts.Local.Platforms;

/// <summary>What all platforms of a process share.</summary>
/// <param name="Time">The clock.</param>
/// <param name="Console">True to write the journal to the console too; else only to the platform's journal file.</param>
/// <param name="Tap">Put before everything a platform answers: a test sees each message as it is inside TLS. Nothing outside the tests sets it.</param>
/// <param name="Without">Folders of platforms that are not started, because their owner's own system runs in their place.</param>
internal sealed record HostSettings(TimeProvider Time, bool Console, Action<PartyFile, IApplicationBuilder>? Tap = null, IReadOnlyCollection<string>? Without = null);
