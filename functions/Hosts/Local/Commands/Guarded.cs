using Ascs.Gm;
using Ascs.Hosts.Local.Setup;

namespace Ascs.Hosts.Local.Commands;

/// <summary>Runs a command: what can't be done for a reason outside the program is one sentence and exit code 1; a bug is a stack trace and 70.</summary>
internal static class Guarded
{
    public static async Task<int> RunAsync(Func<Task<int>> command)
    {
        try
        {
            SelfTest.Run(); // GM/T 0028: algorithms prove themselves before they are used
            return await command();
        }
        catch (Refusal refusal)
        {
            await Console.Error.WriteLineAsync(refusal.Message);
            return 1;
        }
        catch (OperationCanceledException)
        {
            return 130;
        }
#pragma warning disable CA1031 // the last translator: whatever comes here is a bug, and a process must end with a code
        catch (Exception fault)
#pragma warning restore CA1031
        {
            await Console.Error.WriteLineAsync(fault.ToString());
            return 70;
        }
    }
}
