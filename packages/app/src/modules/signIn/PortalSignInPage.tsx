import { SignInPage } from '@backstage/core-components';
import {
  configApiRef,
  githubAuthApiRef,
  useApi,
} from '@backstage/core-plugin-api';
import { SignInPageProps } from '@backstage/plugin-app-react';
import { DemoSignInPage } from './DemoSignInPage';
import { readDemoUsers } from './readDemoUsers';

export function PortalSignInPage(props: SignInPageProps) {
  const demoUsers = readDemoUsers(useApi(configApiRef));
  if (demoUsers) {
    return (
      <DemoSignInPage
        users={demoUsers}
        onSignInSuccess={props.onSignInSuccess}
      />
    );
  }
  return (
    <SignInPage
      {...props}
      provider={{
        id: 'github',
        title: 'GitHub',
        message: 'Sign in with your GitHub account',
        apiRef: githubAuthApiRef,
      }}
    />
  );
}
