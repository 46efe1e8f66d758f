using Ascs.Trust.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Ascs.TrustedParty.Background;

/// <summary>Puts leased work into the platform's container.</summary>
internal static class LeasedWorkServices
{
    /// <summary>Runs it with the platform and shows it in <c>/health</c>.</summary>
    public static IServiceCollection AddLeasedWork<T>(this IServiceCollection services)
        where T : LeasedWork =>
        services.AddSingleton<T>().AddSingleton<IHealthPart>(c => c.GetRequiredService<T>()).AddHostedService(c => c.GetRequiredService<T>());
}
