import { ProxiedSignInPage } from '@backstage/core-components';
import { IdentityApi } from '@backstage/core-plugin-api';
import { useState } from 'react';
import { DemoUserList } from './DemoUserList';
import { demoUserChoice } from './demoUserChoice';
import { DemoUser } from './readDemoUsers';

export function DemoSignInPage({
  users,
  onSignInSuccess,
}: {
  users: DemoUser[];
  onSignInSuccess: (identity: IdentityApi) => void;
}) {
  const [chosen, setChosen] = useState(demoUserChoice.get);
  const [attempt, setAttempt] = useState(0);

  const choose = (name: string) => {
    demoUserChoice.set(name);
    setChosen(name);
    setAttempt(attempt + 1);
  };
  const list = (error?: Error) => (
    <DemoUserList users={users} error={error} onChoose={choose} />
  );

  if (!chosen) {
    return list();
  }
  return (
    <ProxiedSignInPage
      key={attempt}
      provider="demo"
      headers={{ 'x-demo-user': chosen }}
      ErrorComponent={({ error }) => list(error)}
      onSignInSuccess={identity =>
        onSignInSuccess({
          getProfileInfo: () => identity.getProfileInfo(),
          getBackstageIdentity: () => identity.getBackstageIdentity(),
          getCredentials: () => identity.getCredentials(),
          signOut: async () => {
            demoUserChoice.forget();
            await identity.signOut();
          },
        })
      }
    />
  );
}
